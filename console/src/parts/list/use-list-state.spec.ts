import { describe, expect, it } from "vitest";
import { changed, readList, writeList } from "./use-list-state";

const FILTERS = ["act"];
const read = (address: string, of = "") => readList(new URLSearchParams(address), FILTERS, of);

describe("the state of a list", () => {
  it("is the same once written in the address and read again", () => {
    const list = {
      search: "aide",
      view: "running",
      sort: { column: "NAME", descending: true },
      filters: { act: "tenancy.sign-in" },
      cursors: ["a", "b"],
    };
    expect(read(writeList(new URLSearchParams(), list, "needs.").toString(), "needs.")).toEqual(list);
  });

  it("leaves what else the address says, and another list of the page", () => {
    const before = new URLSearchParams("view=needs&open=7&needs.q=old&needs.after=x");
    const written = writeList(before, changed(read(before.toString(), "needs."), { search: "new" }), "needs.");
    expect(written.toString()).toBe("view=needs&open=7&needs.q=new");
  });

  it("begins at the first page when anything but the page changes", () => {
    const list = read("q=aide&act=x&after=a&after=b");
    expect(changed(list, { filters: { act: "y" } })).toMatchObject({
      search: "aide",
      filters: { act: "y" },
      cursors: [],
    });
    expect(changed(list, { cursors: ["a"] }).cursors).toEqual(["a"]);
  });
});
