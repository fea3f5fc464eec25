import type { RunClient } from "../../process/configuration";
import type { StepContext } from "../../resource/describe/resource-type";
import type { Instance } from "../api/types";

export type InstanceStep = StepContext<RunClient, Instance>;
