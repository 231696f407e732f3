// Knows the JSON Schema of a records file, for editors: completion and first checks while typing. Made from the same schemas
// that read the records; aliases, TODO values and references are beyond it.

import * as z from 'zod';
import { kinds, type Kind } from './column.ts';
import { chosenSeverities } from '../rules/rule-settings.ts';
import { tableOf } from './table.ts';

/** Draft 7: what yaml-language-server understands best. */
export function recordsJsonSchema(): Record<string, unknown> {
  const lists = kinds.map((kind): [Kind, z.ZodType] => {
    const { schema } = tableOf(kind);
    return [kind, kind === 'environment' ? schema.optional() : z.array(schema).nullable().optional()];
  });
  const schema = z.strictObject({
    include: z.union([z.string(), z.array(z.string())]).optional(),
    language: z.enum(['en', 'ja']).optional(),
    rules: z
      .record(
        z.string().regex(/^MC\d{3}$/),
        z.strictObject({ severity: z.enum(chosenSeverities), reason: z.string().min(1) }),
      )
      .optional(),
    ...Object.fromEntries(lists),
  });
  return {
    title: 'mailcheck records',
    ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
  };
}
