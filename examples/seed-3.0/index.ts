import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "pulumi-otc-dcs";

const config = new pulumi.Config();

/** The example request of "Creating a DCS Instance" in the API reference; its two placeholders are the product and the password. */
const cache = new DcsInstance("dcs-a11e", {
  name: "dcs-a11e",
  description: "Create a instance",
  engine: "Redis",
  engineVersion: "3.0",
  capacity: 2,
  password: config.requireSecret("cachePassword"),
  vpcId: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
  subnetId: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
  availableZones: ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"],
  productId: "OTC_DCS_MS",
  instanceBackupPolicy: {
    saveDays: 1,
    backupType: "auto",
    periodicalBackupPlan: {
      beginAt: "00:00-01:00",
      periodType: "weekly",
      backupAt: [1, 2, 3, 4, 5, 6, 7],
    },
  },
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
});

export const endpoint = cache.endpoint;
export const instanceId = cache.id;
export const status = cache.status;
