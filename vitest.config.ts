import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Tests that write a report from src/ need the viewer's scripts as they are now.
    globalSetup: ['src/report/html/viewer/bundle.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
