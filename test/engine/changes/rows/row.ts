import { type CustomResourceOptions, secret } from "@pulumi/pulumi";
import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import { todays } from "../../support/programs";

type Args = Partial<DcsInstanceArgs>;

/** A modifying call as the local DCS's journal has it; of a create only what the row is about is given. */
export interface ExpectedCall {
  /** Method and path, without the project. */
  readonly call: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** One change of one argument, and all that it must lead to. */
export interface Row {
  readonly argument: string;
  /** What happens to the argument. Unique among the rows of an argument. */
  readonly change: string;
  readonly base: Args;
  readonly from: Args;
  readonly to: Args;
  readonly options?: { readonly from: CustomResourceOptions; readonly to: CustomResourceOptions };
  readonly verdict: "update" | "replace" | "same";
  /** The properties that preview names as the reason of a replacement. */
  readonly forcing?: readonly string[];
  /** Words of preview's line about the argument, besides those that every line about a replacement has. */
  readonly says?: string;
  readonly calls: readonly ExpectedCall[];
  /** Part of the state after the change. */
  readonly after: Readonly<Record<string, unknown>>;
  /** What of it stays on the way back: a program that no longer declares it accepts what is there. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

/** A cache of today's edition without a password, so that a row is about nothing but its argument. */
export const ha: Args = { ...todays, noPasswordAccess: true };
export const single: Args = { ...ha, cacheMode: "single", capacity: 1, availableZones: ["eu-de-01"] };
export const cluster: Args = { ...ha, cacheMode: "cluster", capacity: 4 };
export const withPassword: Args = { ...todays, password: secret("Local-Kettle-1") };
/** A cache of the first edition. */
export const first: Args = {
  ...withPassword,
  engineVersion: "3.0",
  securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
};

export const FIXED = "is fixed when the instance is created";

type Subject = Pick<Row, "argument" | "change" | "base" | "from" | "to"> & Partial<Row>;

/** Nothing to do: both spellings mean the same. */
export const same = (row: Subject): Row => ({ after: row.to as Row["after"], ...row, verdict: "same", calls: [] });

/** Changed by the calls given. */
export const inPlace = (row: Subject & Pick<Row, "calls">): Row => ({
  after: row.to as Row["after"],
  ...row,
  verdict: "update",
});

/** The old instance is deleted and another created, with this in the request. */
export const replaced = (row: Subject & { created: Readonly<Record<string, unknown>> }): Row => {
  const { created, ...rest } = row;
  return {
    after: row.to as Row["after"],
    forcing: [row.argument],
    says: FIXED,
    calls: [{ call: "DELETE /instances/{id}" }, { call: "POST /instances", body: created }],
    ...rest,
    verdict: "replace",
  };
};

/** The attributes that `PUT /instances/{id}` changes. */
export const modify = (body: Readonly<Record<string, unknown>>): ExpectedCall => ({
  call: "PUT /instances/{id}",
  body,
});

export const extend = (capacity: number, specCode?: string): ExpectedCall => ({
  call: "POST /instances/{id}/extend",
  body: { new_capacity: capacity, ...(specCode === undefined ? {} : { spec_code: specCode }) },
});

/** A change of size, nodes or mode from 4.0 on. */
export const resize = (
  specCode: string,
  capacity: number,
  more: Readonly<Record<string, unknown>> = {},
): ExpectedCall => ({
  call: "POST /instances/{id}/resize",
  body: { spec_code: specCode, new_capacity: capacity, ...more, execute_immediately: true },
});

const SECRET = "4dabf18193072939515e22adb298388d";

/** A secret text as the exported state holds it, decrypted. */
export const decrypted = (text: string): Readonly<Record<string, string>> => ({
  [SECRET]: "1b47061264138c4ac30d75fd1eb44270",
  plaintext: JSON.stringify(text),
});

export const isDecrypted = (value: object): boolean => SECRET in value;

/** The journal shows no password. */
export const newPassword: ExpectedCall = {
  call: "PUT /instances/{id}/password",
  body: { old_password: "***", new_password: "***" },
};

export const tag = (action: "create" | "delete", ...tags: ReadonlyArray<readonly [string, string]>): ExpectedCall => ({
  call: "POST /dcs/{id}/tags/action",
  body: { action, tags: tags.map(([key, value]) => ({ key, value })) },
});
