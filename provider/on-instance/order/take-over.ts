import { log } from "../../process/log";
import type { Operations } from "../../resource/describe/operations";
import type { Order, Ordered } from "./description";

type Owners = Pick<Operations<never>, "ownership">;

/** Gives a record to this resource. False if another resource holds it, or if it is the one that is being replaced. */
export function mayTake({ ownership }: Owners, { noun }: Order, id: string): boolean {
  if (ownership.changing.has(id)) return false;
  try {
    ownership.claim(noun, id, { name: id });
    return true;
  } catch {
    return false;
  }
}

/** The record that the program says to take over; `undefined` if it names none, or the one that is being replaced. */
export function takenOver({ ownership }: Owners, order: Order, all: readonly Ordered[], cache: string) {
  const { noun, adopt } = order;
  if (!adopt.id || ownership.changing.has(adopt.id)) return undefined;
  const found = all.find(({ id }) => id === adopt.id);
  if (!found)
    throw new Error(
      `${adopt.argument}: ${cache} has no ${noun} ${adopt.id} that is as declared: set it to the id of one whose remark and other arguments are the declared ones, or leave it out`,
    );
  ownership.claim(noun, found.id, { name: found.id });
  ownership.noteAdopted(found.id);
  log(`${noun} ${found.id} of ${cache} is taken over`);
  return found.id;
}

const timeOf = ({ createdAt }: Ordered): number => Date.parse(createdAt ?? "") || 0;

/**
 * Stops if the newest record of this kind may be of a run that was cut off before the state had its id: the service cannot
 * tell whose it is, and a second one would double it.
 */
export function refuseSecond(owners: Owners, order: Order, all: readonly Ordered[], cache: string): void {
  const { noun, adopt, doubtfulFor, secondMeans } = order;
  const [newest] = all.filter(({ isDone }) => isDone).sort((one, other) => timeOf(other) - timeOf(one));
  if (!newest || Date.now() - timeOf(newest) > doubtfulFor || !mayTake(owners, order, newest.id)) return;
  owners.ownership.release(newest.id);
  throw new Error(
    `no ${noun} was ordered: ${cache} has one already that is as declared, ${newest.id} (created ${newest.createdAt ?? "at an unknown time"}), and no resource of this program has it. If it is of a run that was cut off, take it over with \`${adopt.argument}: "${newest.id}"\`. To have another one${secondMeans}, declare another \`remark\``,
  );
}
