import { secret } from "@pulumi/pulumi";
import { DcsInstance } from "pulumi-otc-dcs";
import { nameOf, PASSWORD, specification } from "./request";

export const declare = (index: number) => new DcsInstance(nameOf(index), specification(index, secret(PASSWORD)));
