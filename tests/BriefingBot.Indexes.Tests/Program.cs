using BriefingBot.Indexes.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is [DoomedIndexer.Command, var kind, var data, var corpus, var reports]
    ? await DoomedIndexer.RunAsync(kind, data, corpus, int.Parse(reports))
    : await ConsoleRunner.Run(args);
