using BriefingBot.Postgres.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is [Node.Command, var connectionString, var name, var corpus]
    ? await Node.RunAsync(connectionString, name, corpus)
    : await ConsoleRunner.Run(args);
