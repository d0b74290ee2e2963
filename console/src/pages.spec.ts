import { describe, expect, it } from "vitest";
import { pageAt, RESOURCES } from "./pages";

describe("the page at an address", () => {
  it.each([
    ["/", "HomePage"],
    ["/pools", "PoolList"],
    ["/pools/6c1f/show", "PoolShow"],
    ["/use-cases/create", "DeclareUseCase"],
    ["/use-cases/6c1f", "AmendUseCase"],
    ["/compliance/registers/show", "ComplianceTab"],
  ])("%s is %s", async (path, name) => {
    expect((await pageAt(path)?.fetch())?.name).toBe(name);
  });

  it("is nothing where no page is: the sign-in, a view that a resource has not, an unknown word", () => {
    expect(["/sign-in", "/pools/create", "/pools/6c1f", "/needs", "/unknown/6c1f/show"].filter(pageAt)).toEqual([]);
  });

  it("is found for each view that the console declares", () => {
    const address = { list: "", show: "/1/show", create: "/create", edit: "/1" };
    for (const { name, views } of RESOURCES)
      for (const view of Object.keys(views) as (keyof typeof address)[])
        expect(pageAt(`/${name}${address[view]}`), `${name} ${view}`).toBeDefined();
  });
});
