/** The sites, held in memory and read again every few seconds, so that a change reaches new conversations soon (S1). */
import type { SiteId } from "@sophie/engine";
import type { Site, Storage } from "./storage/storage.ts";

const READ_EVERY_MS = 2_000;

export class SiteDirectory {
  readonly #storage: Storage;
  readonly #onFault: (what: string, error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  /** Called with every site whose settings are not what they were. */
  onSettled: (site: Site) => void = () => {};
  #sites: ReadonlyMap<SiteId, Site> = new Map();

  private constructor(storage: Storage, onFault: (what: string, error: unknown) => void) {
    this.#storage = storage;
    this.#onFault = onFault;
    this.#timer = setInterval(() => {
      this.refresh().catch((error: unknown) => this.#onFault("sites", error));
    }, READ_EVERY_MS);
    this.#timer.unref();
  }

  static async open(
    storage: Storage,
    onFault: (what: string, error: unknown) => void,
  ): Promise<SiteDirectory> {
    const directory = new SiteDirectory(storage, onFault);
    await directory.refresh();
    return directory;
  }

  get(id: SiteId): Site | undefined {
    return this.#sites.get(id);
  }

  all(): Iterable<Site> {
    return this.#sites.values();
  }

  async refresh(): Promise<void> {
    const before = this.#sites;
    const sites = await this.#storage.sites();
    this.#sites = new Map(sites.map((site) => [site.config.id, site]));
    for (const site of sites) {
      const known = before.get(site.config.id);
      if (known !== undefined && known.settings.version !== site.settings.version) this.onSettled(site);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
