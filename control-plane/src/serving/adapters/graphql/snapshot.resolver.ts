import { Inject } from "@nestjs/common";
import { Field, Int, ObjectType, Query, Resolver } from "@nestjs/graphql";
import type { SnapshotV1 } from "@socle/contracts";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { SnapshotFeed } from "../../domain/snapshot-feed.js";

@ObjectType("SnapshotInfo", { description: "What schedulers decide by, as last published." })
export class SnapshotInfoType {
  @Field(() => Int) number!: number;
  @Field(() => Date) publishedAt!: Date;
  @Field(() => String) bundleDigest!: string;
}

@Resolver()
export class SnapshotResolver {
  private seen: SnapshotInfoType | null = null;

  constructor(@Inject(SnapshotFeed) private readonly feed: SnapshotFeed) {}

  @Query(() => SnapshotInfoType, { nullable: true })
  snapshot(@CurrentActor() _actor: PersonActor): SnapshotInfoType | null {
    const latest = this.feed.latest;
    if (latest === null) return null;
    if (this.seen?.number !== latest.number) {
      const { policies } = JSON.parse(latest.payload) as SnapshotV1;
      this.seen = { number: latest.number, publishedAt: latest.issuedAt, bundleDigest: policies.digest };
    }
    return this.seen;
  }
}
