/** Tailwind 4 is the only step: no config file, its tokens are in app/globals.css. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
