/** `node --conditions=sophie-source packages/engine/training/measure-model.ts`: measures the shipped model again, for when the test set was mended. */
import { MODEL } from "../src/signals/model.ts";
import { keepFigures } from "./keep-figures.ts";

keepFigures(MODEL);
