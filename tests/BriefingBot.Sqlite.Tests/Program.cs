using BriefingBot.Sqlite.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is [DoomedIndexer.Command, var corpus, var index, var reports]
    ? await DoomedIndexer.RunAsync(corpus, index, int.Parse(reports))
    : await ConsoleRunner.Run(args);
