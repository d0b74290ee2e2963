import DataLoader from "dataloader";

/** The data loaders of one request: each is made at first use and forgotten with the request. */
export class RequestLoaders {
  private readonly byName = new Map<string, unknown>();

  /**
   * @param name one name, one key type and one value type, wherever it is used
   * @param batch loads the values of all keys asked for in one turn; a key it does not return resolves to null
   */
  of<Value>(
    name: string,
    batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): DataLoader<string, Value | null> {
    const known = this.byName.get(name);
    if (known !== undefined) return known as DataLoader<string, Value | null>;
    const loader = new DataLoader<string, Value | null>(async (keys) => {
      const found = await batch(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
    this.byName.set(name, loader);
    return loader;
  }
}
