/** A size that some edition of the service has, in GB. */
export type Gigabytes =
  | 0.125
  | 0.25
  | 0.5
  | 1
  | 2
  | 4
  | 8
  | 16
  | 24
  | 32
  | 48
  | 64
  | 96
  | 128
  | 192
  | 256
  | 384
  | 512
  | 768
  | 1024
  | 2048;
