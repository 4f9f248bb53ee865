// Prints what Microsoft's schema has against the manifest in a file, a line each. Arguments: the folder node_modules, the file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, file] = process.argv.slice(2);
const library = join(modules, '@microsoft', 'app-manifest');
const require = createRequire(join(library, 'package.json'));
const Ajv = require('ajv-draft-04').default;
const formats = require('ajv-formats').default;

const manifest = JSON.parse(readFileSync(file, 'utf8'));
const path = new URL(manifest.$schema).pathname.split('/json-schemas/')[1];
// One expression of the schema escapes a letter that needs none.
const schema = JSON.parse(readFileSync(join(library, 'build', 'json-schemas', path), 'utf8').replaceAll('\\a', '\\x07'));
const ajv = formats(new Ajv({ allErrors: true, strict: false }));
if (!ajv.validate(schema, manifest)) {
  ajv.errors.forEach(fault => console.log(`${fault.instancePath} ${fault.message}`));
}
