import { type Stage, Wrong } from "./stage";

/** Takes a cache out of the state, as `pulumi state delete` does, and lets the program adopt it by its id. */
export async function adopted(stage: Stage): Promise<void> {
  const id = await stage.idOf("single");
  const state = await stage.stack.export();
  const resources: Array<{ readonly id?: string }> = state.deployment.resources;
  const others = resources.filter((resource) => resource.id !== id);
  if (others.length === resources.length) throw new Wrong("the cache is not in the state");
  await stage.stack.import({ ...state, deployment: { ...state.deployment, resources: others } });
  stage.change("single", { adoptInstanceId: id });
  await stage.up();
  if ((await stage.idOf("single")) !== id) throw new Wrong("another cache was made instead of adopting the one there");
}
