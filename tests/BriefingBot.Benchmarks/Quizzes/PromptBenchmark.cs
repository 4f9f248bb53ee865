using System.Diagnostics;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Measures what a model is shown: in how many questions the answer stands in the prompt, by its size; and what the bot adds to a model's own time.</summary>
internal static class PromptBenchmark
{
    private static readonly int[] Sizes = [1_000, 1_800, 4_000];

    public static int Run(string[] options)
    {
        if (options is not [var folder] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: prompt DIR (a folder with articles.jsonl and questions.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        using var index = quiz.OpenIndex();
        var retriever = new Retriever(index);
        foreach (var size in Sizes)
        {
            var (asked, held, tokens) = (0, 0, 0L);
            List<double> retrieval = [];
            List<double> prompting = [];
            List<double> verifying = [];
            foreach (var question in quiz.Questions.Where(AnswersBenchmark.IsLong))
            {
                var start = Stopwatch.GetTimestamp();
                var parsed = Question.Parse(question.Text, question.Date);
                var found = retriever.Retrieve(parsed);
                var evidence = Evidence.Of(Claim.Of(parsed, found.TermIdf), found.Articles.Take(12).Select(ranked => ranked.Article));
                if (EvidenceSelector.Select(evidence, found) is not { } findings)
                {
                    continue;
                }

                retrieval.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                var briefing = new Briefing(evidence, found, findings);
                start = Stopwatch.GetTimestamp();
                var prompt = DraftPrompt.Of(briefing, new DraftOptions { MaxPromptTokens = size });
                prompting.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                asked++;
                held += prompt.Passages.Any(passage => AnswersBenchmark.Holds(passage.Text, question.Answer)) ? 1 : 0;
                tokens += prompt.Messages(isPlain: true).Sum(message => TokenEstimate.Of(message.Text));
                start = Stopwatch.GetTimestamp();
                var answer = new ModelAnswer(briefing, prompt.Passages);
                foreach (var passage in prompt.Passages.Take(1))
                {
                    answer.Take(new DraftSentence($"{passage.Sentences[0].Statement.Statement.Text}", [passage.Number], []));
                }

                verifying.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Console.WriteLine($"at most {size:N0} tokens ({tokens / asked:N0} on average): the answer stands in the prompt of {held} of {asked} answered questions ({(double)held / asked:F3})");
            Console.WriteLine($"  ms p50 / p99: retrieval and status {Percentiles(retrieval)}, prompt {Percentiles(prompting)}, one sentence verified {Percentiles(verifying)}");
        }

        return 0;
    }

    private static string Percentiles(List<double> times)
    {
        var sorted = times.Order().ToList();
        return $"{sorted[sorted.Count / 2]:F1} / {sorted[sorted.Count * 99 / 100]:F1}";
    }
}
