import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type { Any as AnyMessage } from "google-protobuf/google/protobuf/any_pb";
import type { Empty as EmptyMessage } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";

// gRPC and its messages come with the SDK. Another copy of them would not understand the SDK's messages.
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));

export const grpc = ofSdk("@grpc/grpc-js") as typeof Grpc;
export const { Struct } = ofSdk("google-protobuf/google/protobuf/struct_pb") as { Struct: typeof StructMessage };
export const { Empty } = ofSdk("google-protobuf/google/protobuf/empty_pb") as { Empty: typeof EmptyMessage };
export const { Any } = ofSdk("google-protobuf/google/protobuf/any_pb") as { Any: typeof AnyMessage };
