import { pipelineJsonSchema } from './schema.js';

process.stdout.write(pipelineJsonSchema());
