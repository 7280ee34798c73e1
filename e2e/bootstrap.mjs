// @ts-check
// Runs before `npm start` and `npm test`, on a checkout where nothing has been installed yet.
// It asks for the Node it needs before it loads anything that an old Node could not read,
// so it imports nothing at the top. What is installed, and when, is in install.mjs.
const needed = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < needed) {
  console.error(
    `Faultline needs Node ${needed} or newer, and this is Node ${process.versions.node}.\n` +
      'Install a newer one (https://nodejs.org, or your version manager) and run the same command again.',
  );
  process.exit(1);
}

import('./install.mjs')
  .then(({ install }) => install())
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
