import fc from "fast-check";
import { templates } from "../../../emulator/catalogue/templates";
import { KINDS, KINDS_3_0 } from "./kinds";
import { type Change, changes, drop } from "./mistakes";
import { type Arguments, soundInputs } from "./sound-inputs";

const modeOf = ({ cacheMode, productId }: Arguments): unknown =>
  cacheMode ?? [...KINDS, ...KINDS_3_0].find(({ product }) => product === productId)?.mode;

const isTemplateId = (value: unknown): boolean =>
  typeof value === "string" && (/^\d+$/.test(value) || value.length === 36);

const fits = (inputs: Arguments): boolean =>
  templates.some(
    ({ id, engineVersion, cacheMode }) =>
      id === inputs.templateId && engineVersion === inputs.engineVersion && cacheMode === modeOf(inputs),
  );

const isByVersion2 = ({ engineVersion, templateId }: Arguments) => engineVersion === "7.0" || templateId !== undefined;

/** What is in the table of what is left out, and how a program gets rid of it. In this order. */
const left: ReadonlyArray<readonly [isIn: (inputs: Arguments) => boolean, change: Change]> = [
  [
    ({ engineVersion, noPasswordAccess }) => engineVersion === "3.0" && noPasswordAccess === false,
    drop("noPasswordAccess"),
  ],
  [({ productId, engineVersion }) => productId !== undefined || engineVersion === "3.0", drop("replicas")],
  [(inputs) => isTemplateId(inputs.templateId) && !fits(inputs), drop("templateId")],
  [(inputs) => isByVersion2(inputs) && inputs.productId === "redis.ha.xu1.large.r2.2", drop("productId")],
];

const withoutLeftOut = (inputs: Arguments): Arguments =>
  left.reduce((kept, [isIn, change]) => (isIn(kept) ? change(kept) : kept), inputs);

export interface Program {
  readonly inputs: Arguments;
  /** True if nothing was changed in sound inputs. */
  readonly isSound: boolean;
}

/** Sound inputs, two thirds of them with one or two changes. */
export const programs: fc.Arbitrary<Program> = fc
  .tuple(soundInputs, fc.array(fc.oneof(...changes), { maxLength: 2 }))
  .map(([inputs, made]) => ({
    inputs: withoutLeftOut(made.reduce((changed, change) => change(changed), inputs)),
    isSound: made.length === 0,
  }));
