import { ID, OTHER } from "./inputs";

/** The calls of the instance that most tests are about, as the scripted DCS names them. */
export const LIST = "GET /instances";
export const POST = "POST /instances";
export const READ = `GET /instances/${ID}` as const;
export const PUT = `PUT /instances/${ID}` as const;
export const DELETE = `DELETE /instances/${ID}` as const;
export const EXTEND = `POST /instances/${ID}/extend` as const;
export const RESIZE = `POST /v2/{project_id}/instances/${ID}/resize` as const;
export const GROUPS = `GET /v2/{project_id}/instance/${ID}/groups` as const;
export const PASSWORD = `PUT /instances/${ID}/password` as const;
export const TAGS = `POST /v2/{project_id}/dcs/${ID}/tags/action` as const;
export const READ_OTHER = `GET /instances/${OTHER}` as const;
export const RESET = `POST /v2/{project_id}/instances/${ID}/password/reset` as const;
export const PUT_V2 = `PUT /v2/{project_id}/instances/${ID}` as const;
