import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const LONG = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    // `npm test` runs what everybody waits for, `npm run test:long` what takes minutes; CI runs both.
    projects: [
      { extends: true, test: { name: 'default', include: ['test/**/*.test.{ts,tsx}'], exclude: [LONG] } },
      { extends: true, test: { name: 'long', include: [LONG] } },
    ],
    // Tests that write a report from src/ need the viewer's scripts as they are now; what tests leave goes into one folder.
    globalSetup: ['src/report/html/viewer/bundle.mjs', 'test/temporary-folder.ts'],
    // Two even on a machine of two cores: most tests wait for a program, an engine or a browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test replaces a module or leaves a variable of the environment changed, so files share what they load.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
