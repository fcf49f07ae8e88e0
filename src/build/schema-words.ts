/** What a schema found, in words for authors: what is wrong, and what to write. */
import type { z } from 'astro/zod';
import { nearestId } from '../assembly/nearest-id.ts';
import { withoutComma } from '../schema/content.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'write a text',
  number: 'write a number without quotes',
  boolean: 'write true or false, without quotes',
  array: 'write a list, as [one, two]',
  object: 'write its fields below it, or as { field: value }',
  record: 'write its fields below it, or as { field: value }',
};

/** Says what zod would say in words of its own; a schema's own words go before these. */
export const schemaWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && issue.expected === 'number')
    return withoutComma(issue.input, true) ?? EXPECTED['number'];
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof issue.input === 'string' ? nearestId(issue.input, values) : undefined;
    if (issue.input === undefined) return `write one of: ${values.join(', ')}`;
    return `${JSON.stringify(issue.input)} is not known here. ${near ? `Did you mean ${near}? ` : ''}Write one of: ${values.join(', ')}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `${issue.input} is too little: write ${issue.inclusive === false ? 'more than ' : ''}${issue.minimum}${issue.inclusive === false ? '' : ' or more'}`;
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `${issue.input} is too much: write ${issue.maximum} or less`;
  if (issue.code === 'too_small') return `holds too little: write at least ${issue.minimum}`;
  return undefined;
};

/** Returns what stands at a path of a value. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

/** Returns the names of the fields that a schema knows at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  const inner = (): void => {
    while (typeof here === 'object' && here !== null && !('shape' in here) && !('element' in here) && 'unwrap' in here)
      here = (here as { unwrap: () => unknown }).unwrap();
  };
  inner();
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return [];
    if ('element' in here) here = here.element;
    else if ('shape' in here) here = (here.shape as Record<PropertyKey, unknown>)[key];
    else here = 'valueType' in here ? here.valueType : null;
    inner();
  }
  return typeof here === 'object' && here !== null && 'shape' in here ? Object.keys(here.shape as object) : [];
}

/** Returns what is wrong where YAML took the rest of a text, or of a number, behind a comma between braces for a field with nothing in it. */
function afterComma(key: string): string | undefined {
  if (/^\d+$/.test(key))
    return `"${key}" stands after a comma. Write a decimal with a point, as 39.64, and thousands without a comma`;
  return /\s/.test(key)
    ? `"${key}" stands after a comma. Between { } a text with a comma needs quotes around it`
    : undefined;
}

/** Returns what is wrong with a value, field by field, each in one line; an empty field is the file itself. */
export function problemsWith(
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): { readonly field: string; readonly what: string }[] {
  return issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      const fields = fieldsAt(schema, issue.path);
      return issue.keys.map((key) => {
        // Names as short as tags of languages are all near each other.
        const near = fields.some((name) => name.length > 3) ? nearestId(key, fields) : undefined;
        const at = field ? `${field}.${key}` : key;
        const isEmpty = valueAt(value, [...issue.path, key]) === null;
        const cut = isEmpty ? afterComma(key) : undefined;
        if (cut !== undefined) return { field: at, what: `${field || 'file'}: ${cut}` };
        if (key === 'corrections' && field !== '' && fieldsAt(schema, []).includes(key))
          return {
            field: at,
            what: `${at}: corrections stand at the top of the file, not in a part of it. Move them there`,
          };
        const otherwise = `Known here: ${fields.join(', ')}${isEmpty ? '. If it is the rest of a text with a comma, put that in quotes' : ''}`;
        return { field: at, what: `${at}: no such field. ${near ? `Did you mean ${near}?` : otherwise}` };
      });
    }
    if (field === '' && issue.code === 'invalid_type')
      return [{ field, what: 'file: holds no fields. Write each on a line of its own, as title: Some words' }];
    const missing = field !== '' && valueAt(value, issue.path) === undefined ? 'missing: ' : '';
    const inside = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
    return [{ field, what: `${field || 'file'}: ${missing}${inside ?? issue.message}` }];
  });
}
