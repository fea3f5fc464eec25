import { BareProvider } from "./bare";

/** The calls and pauses of Terraform's provider in a dynamic provider: what differs is the way to ask, not the engine. */
export class TerraformsWay extends BareProvider {
  override pauses = [10, 3, 6, 10];

  override async look(id: string) {
    const instance = await this.call("GET", `/instances/${id}`);
    if (instance !== undefined) await this.call("GET", `/instances/${id}/configs`);
    return instance;
  }
  // biome-ignore lint/suspicious/noExplicitAny: as in the provider it extends
  override async create(inputs: any) {
    await this.call("GET", "/../products");
    return super.create(inputs);
  }
}
