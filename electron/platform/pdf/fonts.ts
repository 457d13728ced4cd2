import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Not called `require`: the build puts one of that name into the same file.
const installed = createRequire(import.meta.url)

// Open fonts from npm as whole TrueType files: the web fonts of the screen are cut up and compressed.
const files = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf',
  '@expo-google-fonts/noto-sans-tamil/600SemiBold/NotoSansTamil_600SemiBold.ttf',
]

/** The shipped fonts. No font of the machine is used, so that the same document is the same file everywhere. */
export const readFonts = (): Buffer[] => files.map((file) => readFileSync(installed.resolve(file)))
