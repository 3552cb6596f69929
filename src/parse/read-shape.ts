import * as z from 'zod/mini';

export const TOO_MUCH_IS_WRONG = 'more is wrong here than can be listed; is this the file you mean?';

/**
 * What a schema makes of data; undefined where more is wrong with it than can be told. zod hands the issues of a list on as the
 * arguments of a call, of which a hundred thousand or so overflow the stack.
 */
export function readShape<T>(schema: z.ZodMiniType<T>, value: unknown): z.core.util.SafeParseResult<T> | undefined {
  try {
    return z.safeParse(schema, value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
