/** Wire types of version 2, named as the service names them. Absent values arrive as `null`, as `{}` or not at all. */

/** Body of POST /v2/{project_id}/instances/{instance_id}/backups. */
export interface CreateBackupRequest {
  remark?: string;
  backup_format?: string;
}

/** An entry of `backup_record_response`. */
export interface BackupRecord {
  backup_id: string;
  instance_id?: string | null;
  backup_name?: string | null;
  /** `manual` or `auto`. */
  backup_type?: string | null;
  /** `waiting`, `backuping`, `succeed`, `failed`, `expired` or `deleted`. */
  status: string;
  /** `100.00` */
  progress?: string | number | null;
  /** Bytes. */
  size?: number | null;
  remark?: string | null;
  period?: unknown;
  created_at?: string | null;
  execution_at?: string | null;
  updated_at?: string | null;
  error_code?: unknown;
  /** `TRUE` or `FALSE`, as text. */
  is_support_restore?: string | boolean | null;
  /** `AOF` or `RDB`. */
  backup_format?: string | null;
}

export interface BackupLinks {
  file_path?: string | null;
  bucket_name?: string | null;
  links?: Array<{ file_name: string; link: string }> | null;
}
