/**
 * Variables that could lead a test elsewhere, or sign it in as somebody else. A developer's shell may have any of them:
 * empty ones count as unset.
 */
const ELSEWHERE: readonly string[] = [
  "OS_AUTH_TYPE",
  ...["OS_AUTH_TOKEN", "OS_TOKEN", "OS_TOKEN_ID"],
  ...["OS_USER_ID", "OS_USERID", "OS_PASSCODE"],
  ...["OS_ACCESS_KEY_ID", "OS_AK", "OS_ACCESS_KEY_SECRET", "OS_SK"],
  ...["OS_SECURITY_TOKEN", "OS_AKSK_SECURITY_TOKEN", "OS_ST"],
  ...["OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME", "OS_DOMAIN_ID", "OS_USER_DOMAIN_ID", "OS_PROJECT_DOMAIN_ID"],
  ...["OS_PROJECT_ID", "OS_TENANT_ID", "OS_TENANT_NAME"],
  ...["OS_AGENCY_NAME", "OS_TARGET_AGENCY_NAME", "OS_AGENCY_DOMAIN_NAME", "OS_TARGET_DOMAIN_NAME"],
  "OS_DELEGATED_PROJECT",
  ...["OS_REGION", "OS_REGION_ID", "OS_DCS_ENDPOINT_OVERRIDE"],
  ...["OS_CLOUD", "OS_PROFILE", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE"],
  ...["OS_CACERT", "OS_CA_CERT", "OS_CA_CERT_FILE", "OS_INSECURE"],
  ...["OTC_ON_NAME_CONFLICT", "OTC_LIVE_CHECKS", "OTC_DELETION_PROTECTION"],
];

/** The variables that lead a run to a local DCS, and only there. */
export const environmentOf = (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(ELSEWHERE.map((name) => [name, ""])),
  ...given,
});
