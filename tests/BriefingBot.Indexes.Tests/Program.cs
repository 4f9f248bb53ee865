using BriefingBot.Indexes.Tests;
using BriefingBot.Indexes.Tests.Journals;
using Xunit.Runner.InProc.SystemConsole;

return args is [DoomedIndexer.Command, var kind, var data, var corpus, var reports]
    ? await DoomedIndexer.RunAsync(kind, data, corpus, int.Parse(reports))
    : args is [JournalProcess.Command, .. var arguments] ? await JournalProcess.RunAsync(arguments)
    : await ConsoleRunner.Run(args);
