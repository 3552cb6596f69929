/** Whether the beginning of a YAML file is a recipe's. */
export function isRecipe(start: string): boolean {
  return /^recipe[ \t]*:/mu.test(start);
}
