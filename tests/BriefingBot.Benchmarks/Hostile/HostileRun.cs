using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>What came of a run.</summary>
/// <param name="Faults">Of hostile drafts, by kind.</param>
/// <param name="Shown">How many sentences of hostile drafts reached a reader, and how many did not.</param>
/// <param name="DroppedGood">Sentences of good drafts that did not.</param>
internal sealed record HostileOutcome(int Drafts, IReadOnlyList<string> Faults, (int Kept, int Repaired, int Dropped) Shown, int Good, IReadOnlyList<string> GoodRepaired, IReadOnlyList<string> DroppedGood);

/// <summary>Drafts by a hostile model over the sample corpus, with a planted article in it.</summary>
internal sealed class HostileRun : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly SqliteIndex _index;
    private readonly List<(Briefing Briefing, IReadOnlyList<PromptPassage> Passages, List<DraftSentence> Good)> _questions = [];

    private HostileRun(DirectoryInfo folder, SqliteIndex index) => (_folder, _index) = (folder, index);

    /// <param name="top">The repository's top folder.</param>
    public static HostileRun Over(string top)
    {
        var data = Path.Combine(top, "tests", "BriefingBot.Benchmarks", "Hostile");
        var folder = Directory.CreateTempSubdirectory("briefingbot-hostile-corpus-");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(top, "corpus"), "*", SearchOption.AllDirectories).Append(Path.Combine(data, "planted.txt")))
        {
            var relative = file.EndsWith("planted.txt", StringComparison.Ordinal) ? "planted.txt" : Path.GetRelativePath(Path.Combine(top, "corpus"), file);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, relative))!);
            File.Copy(file, Path.Combine(folder.FullName, relative));
        }

        var path = Path.Combine(folder.FullName, "index.db");
        new SqliteIndexer(path).UpdateAsync(new Corpus(folder.FullName)).GetAwaiter().GetResult();
        var run = new HostileRun(folder, SqliteIndex.Open(path));
        var good = File.ReadLines(Path.Combine(data, "good-drafts.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(fields => (Article: fields[0], Text: fields[1])).ToList();
        foreach (var question in File.ReadLines(Path.Combine(data, "questions.txt")))
        {
            run.Add(question, good);
        }

        return run;
    }

    public HostileOutcome Run(int drafts, int goodDrafts, int seed)
    {
        List<string> faults = [];
        var known = _questions.SelectMany(question => question.Good).Select(sentence => HostileCheck.Letters(sentence.Text)).ToHashSet(StringComparer.Ordinal);
        var (kept, repaired, dropped) = (0, 0, 0);
        for (var i = 0; i < drafts; i++)
        {
            var (briefing, passages, good) = _questions[i % _questions.Count];
            var draft = new HostileDrafts(passages, good, (seed * 1_000_003) + i).Next();
            var answer = Take(briefing, passages, draft.Sentences);
            faults.AddRange(HostileCheck.Faults(answer.Written, draft.Harm, known, DirectLine.Lead(briefing.Evidence, briefing.Findings)).Select(fault => $"{draft.Kind}: {fault}"));
            var report = answer.Report();
            (kept, repaired, dropped) = (kept + report.Kept, repaired + report.Repaired, dropped + report.Dropped);
        }

        var random = new Random(seed);
        List<string> lost = [];
        List<string> goodRepaired = [];
        for (var i = 0; i < goodDrafts; i++)
        {
            var (briefing, passages, good) = _questions[i % _questions.Count];
            var answer = Take(briefing, passages, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => good[random.Next(good.Count)])]);
            lost.AddRange(answer.Failed.Select(fault => $"{fault.Fault.Detail}: {fault.Sentence.Text}"));
            goodRepaired.AddRange(answer.Written.Where(written => !known.Contains(HostileCheck.Letters(HostileCheck.WithoutMarkers(written.Text))) && answer.Report().Repaired > 0).Select(written => written.Text));
        }

        return new HostileOutcome(drafts, faults, (kept, repaired, dropped), goodDrafts, goodRepaired, lost);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    // An article has several passages; a sentence says what one of them says.
    private static bool Tells(PromptPassage passage, string sentence)
    {
        var words = sentence.Split(' ').Select(HostileCheck.Letters).Where(word => word.Length > 3).ToList();
        double Share(string text) => HostileCheck.Letters(text) is var letters ? (double)words.Count(word => letters.Contains(word, StringComparison.Ordinal)) / words.Count : 0;
        return Share(passage.Text) >= 0.85 && passage.Sentences.Any(source => Share(source.Statement.Statement.Text) >= 0.7);
    }

    private static ModelAnswer Take(Briefing briefing, IReadOnlyList<PromptPassage> passages, IReadOnlyList<DraftSentence> sentences)
    {
        var answer = new ModelAnswer(briefing, passages);
        foreach (var sentence in sentences)
        {
            answer.Take(sentence);
        }

        return answer;
    }

    private void Add(string text, List<(string Article, string Text)> good)
    {
        var question = Question.Parse(text);
        var retriever = new Retriever(_index);
        var found = retriever.Retrieve(question);
        var evidence = Evidence.Of(Claim.Of(question, found.TermIdf), found.Articles.Take(12).Select(ranked => ranked.Article));
        var briefing = new Briefing(evidence, found, EvidenceSelector.Select(evidence, found) ?? throw new InvalidOperationException($"Nothing answers: {text}"), retriever, AskOptions.Default);
        var passages = DraftPrompt.Of(briefing, DraftOptions.Default).Passages;
        var usable = good.Select(pair => new DraftSentence(pair.Text, [.. passages.Where(passage => passage.Source.Id == pair.Article && Tells(passage, pair.Text)).Select(passage => passage.Number)], [])).Where(sentence => sentence.Passages.Count > 0).ToList();
        _questions.Add((briefing, passages, usable));
    }
}
