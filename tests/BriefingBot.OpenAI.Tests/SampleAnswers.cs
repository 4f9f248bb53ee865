using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Sqlite;
using BriefingBot.Tests;

namespace BriefingBot.OpenAI.Tests;

/// <summary>The sample corpus, asked through a server.</summary>
public sealed class SampleAnswers : IAsyncLifetime
{
    internal const string Question = "How many people died at the Kestrin lock?";
    internal const string Good = "Seven people died when a gate of Lock Three burst, the district coroner confirmed on Thursday.";
    internal const string Key = "sk-very-secret-key";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("briefingbot-model-");
    private SqliteIndex? _index;

    internal static DraftOptions Quick { get; } = new() { MaxRetries = 2, RetryDelaySeconds = 0, MaxSilenceSeconds = 0.4, MaxSeconds = 30 };

    internal static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Answers { get; } = Script.Says(Script.Draft((Good, 1)));

    public async ValueTask InitializeAsync()
    {
        var corpus = new Corpus(Cli.Corpus);
        var path = SqliteIndex.PathOf(_data.FullName, corpus);
        await new SqliteIndexer(path).UpdateAsync(corpus);
        _index = SqliteIndex.Open(path);
    }

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        _data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Answerer Answerer(ModelWriter writer) => new(_index!, writer);

    internal Answerer Answerer(ModelServer server, DraftOptions? options = null, string provider = "openai") =>
        Answerer(OpenAIModel.CreateWriter(new ModelOptions { Provider = provider, Endpoint = server.Url, Name = "m", ApiKey = Key, Draft = options ?? Quick }));

    internal Task<Answer> AskAsync(ModelServer server, DraftOptions? options = null) => Answerer(server, options).AskAsync(Question);
}
