/**
 * The certificate that the local DCS hands out as the one of its authority, good for a hundred years. Nothing is signed
 * with it: its key was thrown away when it was made.
 */
export const authorityCertificate = `-----BEGIN CERTIFICATE-----
MIIBvjCCAWWgAwIBAgIUMjaF3fBCz274uoE1dA2IkitBeVAwCgYIKoZIzj0EAwIw
NDEbMBkGA1UECgwST1RDLUxPQ0FMLUVNVUxBVE9SMRUwEwYDVQQDDAxMb2NhbCBE
Q1MgQ0EwIBcNMjYxMTI2MTg1ODM4WhgPMjEyNjExMDIxODU4MzhaMDQxGzAZBgNV
BAoMEk9UQy1MT0NBTC1FTVVMQVRPUjEVMBMGA1UEAwwMTG9jYWwgRENTIENBMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEwOoHY5R6uHsVD3fF5BSZlca8akXPHo2Y
galYrnizIH1GktS2dqoEl+UAmR9V+F/3rioJdurk8f3wUYT46WK83KNTMFEwHQYD
VR0OBBYEFPlDT6Ciu8WgrMbqQm9pJky1Eek9MB8GA1UdIwQYMBaAFPlDT6Ciu8Wg
rMbqQm9pJky1Eek9MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIg
G5oxyhLymBwGuLoeRy0QbpmirtGAm7cGkQcGn7iw1OACIGgfKyBKD/rZc0z6d70g
07NYpjohV7hxzOo5Nm1ACLf3
-----END CERTIFICATE-----
`;
