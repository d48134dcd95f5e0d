/** A style sheet as text, to be made into a constructable one. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
