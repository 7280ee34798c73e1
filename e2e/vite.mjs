// @ts-check
// Vite, as the commands of package.json call it. It loads its configuration by bundling it, which lets our files
// import each other without an extension; its notice that another loader may come is for us, not for who starts the lab.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';
// @ts-expect-error the program of Vite comes without types
await import('../node_modules/vite/bin/vite.js');
