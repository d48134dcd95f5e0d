/** Imported before anything that makes a schema: zod would probe for `Function`, which a strict page reports as an attack. */
import * as z from "zod/mini";

z.config({ jitless: true });
