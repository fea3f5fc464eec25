interface Lock {
  readonly lock_time?: string | null;
  readonly lock_time_left?: string | null;
}

const minutes = (text: string | null | undefined): string => (Number(text) > 0 ? `${Number(text)} minutes` : "a while");

/** What to tell about an instance that takes no new password for a time. */
export const lockedFor = ({ lock_time_left, lock_time }: Lock): string =>
  `after too many wrong passwords the service takes no new one for ${minutes(lock_time_left ?? lock_time)}: run \`pulumi up\` again then`;
