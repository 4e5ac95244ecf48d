import type { Schema } from './zod-writer.js';

/** What the SDK's `findingsIn` looks at, by type. Its objects take no unknown field. */
const known: Record<string, string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'enum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties'],
};

/**
 * A schema of the contract for who checks it without a library: without words, and what it refers to stands inside. Throws on what
 * `findingsIn` does not know; `where` names the place.
 */
export function shapeOf(schema: Schema, schemas: Record<string, Schema>, where: string): Schema {
  if (typeof schema.$ref === 'string') return shapeOf(schemas[schema.$ref.split('/').pop()!]!, schemas, where);
  const { description: _, additionalProperties, properties, items, ...shape } = schema;
  const type = String(schema.type);
  const stray = Object.keys(schema).filter((key) => !['type', 'description', ...(known[type] ?? [])].includes(key));
  if (!known[type] || stray.length > 0)
    throw new Error(`${where}: a shape of the type '${type}' has no '${stray.join("', '")}'`);
  if (type === 'object' && additionalProperties !== false) throw new Error(`${where}: a shape takes no unknown field`);
  if (items) shape.items = shapeOf(items as Schema, schemas, `${where}[]`);
  if (properties)
    shape.properties = Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([name, field]) => [
        name,
        shapeOf(field, schemas, `${where}.${name}`),
      ]),
    );
  return shape;
}
