/** Test doubles that are products: for everybody who tests against the engine. */
export {};
