import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { findBrowser } from './tools/browsers.ts'
import { CHROMIUM_FLAGS } from './tools/chromiumFlags.ts'

const IN_BROWSER = '**/*.browser.test.{ts,tsx}'
const NOT_OURS = ['**/node_modules/**', '**/dist/**']

/** Journeys and faults start servers and browsers, and share two cores: one file at a time, and patience. */
const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 }

function nodeProject(
  name: string,
  include: string[],
  exclude: string[] = [],
  rest = {}
): TestProjectConfiguration {
  return { extends: true, test: { name, include, exclude: [...NOT_OURS, IN_BROWSER, ...exclude], ...rest } }
}

const chromium = findBrowser('chromium')?.['executable']

/** Said here because a package's tsconfig.json leaves its tests out, and said again for the dependency scan. */
const jsx = { runtime: 'automatic', importSource: 'preact' } as const

export default defineConfig({
  oxc: { jsx },
  // Without a scan that finds every dependency at the start, Vite reloads pages in the middle of a test.
  optimizeDeps: { rolldownOptions: { transform: { jsx } } },
  test: {
    reporters: ['dot'],
    passWithNoTests: false,
    coverage: {
      provider: 'v8',
      include: ['packages/{protocol,engine}/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100 }
    },
    projects: [
      nodeProject(
        'node',
        ['{packages/*,demo,test,tools}/**/*.test.{ts,tsx}'],
        ['test/{journeys,engines,relevance,faults,bench,npm}/**']
      ),
      // It needs the build, packs and installs: not for the unit suite.
      nodeProject('npm', ['test/npm/**/*.test.ts'], [], oneAtATime),
      nodeProject('relevance', ['test/relevance/**/*.test.ts'], [], oneAtATime),
      nodeProject('faults', ['test/faults/**/*.test.ts'], [], oneAtATime),
      nodeProject('journeys', ['test/journeys/**/*.test.ts'], [], {
        ...oneAtATime,
        globalSetup: 'test/journeys/setup.ts'
      }),
      nodeProject('engines', ['test/engines/**/*.test.ts'], [], {
        ...oneAtATime,
        globalSetup: 'test/journeys/setup.ts'
      }),
      {
        extends: true,
        test: {
          name: 'chromium',
          include: [`{packages/*,demo,test}/${IN_BROWSER}`],
          exclude: NOT_OURS,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: [...CHROMIUM_FLAGS], ...(chromium && { executablePath: chromium }) }
            }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
})
