import type { Chapter } from "../row";
import { agency } from "./agency";
import { keys } from "./keys";
import { password } from "./password";
import { token } from "./token";
import { told } from "./told";
import { waysThere } from "./ways-there";

export const CHAPTERS: readonly Chapter[] = [
  { heading: "Known before any service is asked", rows: told },
  { heading: "User and password", rows: password },
  { heading: "Token made elsewhere", rows: token },
  { heading: "Access keys", rows: keys },
  { heading: "Agency", rows: agency },
  { heading: "On the way to the service", rows: waysThere },
];
