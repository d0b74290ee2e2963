import { unitCosts, type Sharer } from "../../control-plane/src/allocation/domain/round-program/fairness.js";
import {
  CRITICALITIES,
  eligibleSlices,
  type RoundInstance,
} from "../../control-plane/src/allocation/domain/round-program/instance.js";
import { place } from "../../control-plane/src/allocation/domain/round-program/placement.js";

/** Whether amounts can be placed in the first quarter. */
export function fits({ needs, slices }: RoundInstance, amounts: readonly number[]): boolean {
  const { left } = place({
    amounts,
    eligible: needs.map((need) => eligibleSlices(need, slices)),
    capacities: slices.map((slice) => slice.gpus[0] ?? 0),
    costOf: () => ({ first: 0, then: 0 }),
  });
  return left.every((gpus) => gpus === 0);
}

/** Every way to serve the first quarter that constraints allow: a search without any program. */
export function everyWay(instance: RoundInstance): number[][] {
  const choices = instance.needs.map(({ asks: [ask] }) =>
    Array.from({ length: (ask?.gpus ?? 0) + 1 }, (_, gpus) => gpus).filter(
      (gpus) => gpus === 0 || gpus >= (ask?.minUseful ?? 1),
    ),
  );
  return choices
    .reduce<number[][]>((ways, options) => ways.flatMap((way) => options.map((gpus) => [...way, gpus])), [[]])
    .filter((way) => fits(instance, way));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Bigger at the first place where they differ. */
export const better = (left: readonly number[], right: readonly number[]): boolean => {
  const at = left.findIndex((each, index) => each !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

interface Classes {
  readonly everybody: readonly number[];
  /** By ministry, then by need: who shares; members are positions of needs. Who has nowhere to go counts in nobody's share. */
  readonly sharers: readonly (readonly Sharer[])[];
}

function classesOf({ needs, slices }: RoundInstance): readonly Classes[] {
  const asked = (index: number): number => needs[index]?.asks[0]?.gpus ?? 0;
  return CRITICALITIES.map((criticality) => {
    const everybody = [...needs.keys()].filter((index) => needs[index]?.criticality === criticality);
    const askers = everybody.filter((index) => {
      const need = needs[index];
      return need && eligibleSlices(need, slices).some((slice) => (slices[slice]?.gpus[0] ?? 0) > 0);
    });
    const ministries = [...new Set(askers.map((index) => needs[index]?.ministryId))].map((id) => {
      const members = askers.filter((index) => needs[index]?.ministryId === id);
      return { members, asked: sumOf(members.map(asked)), weight: 1 };
    });
    const each = askers.map((index) => ({
      members: [index],
      asked: asked(index),
      weight: needs[index]?.score ?? 1,
    }));
    return { everybody, sharers: [ministries, each] };
  });
}

const held = ({ members }: Sharer, way: readonly number[]): number => sumOf(members.map((index) => way[index] ?? 0));
const totals = (classes: readonly Classes[], way: readonly number[]): number[] =>
  classes.map(({ everybody }) => sumOf(everybody.map((index) => way[index] ?? 0)));

/** What the program optimises, first things first; bigger is better. */
export function ranking(instance: RoundInstance): (way: readonly number[]) => number[] {
  const classes = classesOf(instance);
  const fairness = classes.flatMap(({ sharers }) =>
    sharers.map((among) => {
      const costs = unitCosts(among);
      return (way: readonly number[]) =>
        -sumOf(among.map((sharer, at) => sumOf((costs[at] ?? []).slice(0, held(sharer, way)))));
    }),
  );
  const age = (way: readonly number[]): number => {
    const contested = classes.flatMap(({ sharers: [, needs = []] }) => {
      const given = sumOf(needs.map((each) => held(each, way)));
      return given > 0 && given < sumOf(needs.map(({ asked }) => asked)) ? needs.flatMap(({ members }) => members) : [];
    });
    const oldest = contested.sort((one, other) => one - other);
    return sumOf(oldest.map((index, at) => (way[index] ?? 0) * (oldest.length - at)));
  };
  return (way) => [...totals(classes, way), ...fairness.map((of) => of(way)), age(way)];
}

/** Totals by class, then for each class the fractions of its ministries and of its needs, each from the lowest: max-min itself. */
export function fractions(instance: RoundInstance): (way: readonly number[]) => number[] {
  const classes = classesOf(instance);
  return (way) => [
    ...totals(classes, way),
    ...classes.flatMap(({ sharers }) =>
      sharers.flatMap((among) =>
        among.map((sharer) => held(sharer, way) / (sharer.asked * sharer.weight)).sort((one, other) => one - other),
      ),
    ),
  ];
}
