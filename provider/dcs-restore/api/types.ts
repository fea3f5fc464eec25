/** Wire types of version 2, named as the service names them. Absent values arrive as `null`, as `{}` or not at all. */

/** Body of POST /v2/{project_id}/instances/{instance_id}/restores. */
export interface RestoreRequest {
  backup_id: string;
  remark?: string;
}

/** An entry of `restore_record_response`. */
export interface RestoreRecord {
  restore_id: string;
  backup_id?: string | null;
  restore_name?: string | null;
  backup_name?: string | null;
  restore_remark?: string | null;
  backup_remark?: string | null;
  /** `waiting`, `restoring`, `succeed` or `failed`. */
  status: string;
  /** `100.00` */
  progress?: string | number | null;
  created_at?: string | null;
  updated_at?: string | null;
  error_code?: unknown;
}
