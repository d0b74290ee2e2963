/** What the launcher was started with: read here alone, to take settings from and to hand on to the processes it starts. */
export const environment: NodeJS.ProcessEnv = process.env;
