/** `40.00` for people: `40 %`. */
export const percent = (progress: string | number | null | undefined): string | undefined =>
  progress === null || progress === undefined || progress === "" || Number.isNaN(Number(progress))
    ? undefined
    : `${Math.round(Number(progress))} %`;
