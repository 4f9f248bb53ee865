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
            var (retrieval, prompting, verifying) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            foreach (var question in quiz.Questions.Where(AnswersBenchmark.IsLong))
            {
                var start = Cpu();
                var parsed = Question.Parse(question.Text, question.Date);
                var found = retriever.Retrieve(parsed);
                var evidence = Evidence.Of(Claim.Of(parsed, found.TermIdf), found.Articles.Take(12).Select(ranked => ranked.Article));
                if (EvidenceSelector.Select(evidence, found) is not { } findings)
                {
                    continue;
                }

                retrieval += Cpu() - start;
                var briefing = new Briefing(evidence, found, findings, retriever, AskOptions.Default);
                start = Cpu();
                var prompt = DraftPrompt.Of(briefing, new DraftOptions { MaxPromptTokens = size });
                prompting += Cpu() - start;
                asked++;
                held += prompt.Passages.Any(passage => AnswersBenchmark.Holds(passage.Text, question.Answer)) ? 1 : 0;
                tokens += prompt.Messages(isPlain: true).Sum(message => TokenEstimate.Of(message.Text));
                start = Cpu();
                var answer = new ModelAnswer(briefing, prompt.Passages);
                foreach (var passage in prompt.Passages.Take(1))
                {
                    answer.Take(new DraftSentence($"{passage.Sentences[0].Statement.Statement.Text}", [passage.Number], []));
                }

                verifying += Cpu() - start;
            }

            Console.WriteLine($"at most {size:N0} tokens ({tokens / asked:N0} on average): the answer stands in the prompt of {held} of {asked} answered questions ({(double)held / asked:F3})");
            Console.WriteLine($"  ms of processor: retrieval and status {retrieval.TotalMilliseconds / asked:F1}, prompt {prompting.TotalMilliseconds / asked:F1}, one sentence verified {verifying.TotalMilliseconds / asked:F2}");
        }

        return 0;
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
}
