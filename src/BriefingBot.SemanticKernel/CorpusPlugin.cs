using System.ComponentModel;
using BriefingBot.Answers.Drafts;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>The corpus as functions that a model may call, for one answer. They read and nothing else.</summary>
internal sealed class CorpusPlugin(CorpusLookup lookup)
{
    public const string Name = "corpus";

    [KernelFunction("search"), Description("Finds passages of the news articles. Use it for a part of the question that the passages at hand do not answer.")]
    public string Search([Description("What is asked for, in a few words: names, places, what happened.")] string query) => lookup.Search(query);

    [KernelFunction("read_article"), Description("More passages of the article that a passage is from, in their order.")]
    public string ReadArticle([Description("The number n of the passage.")] int passage) => lookup.ReadArticle(passage);

    [KernelFunction("who_said_what"), Description("Statements about something, each with its speaker.")]
    public string WhoSaidWhat([Description("What the statements are about.")] string about, [Description("Part of a speaker's name; leave it out for everybody.")] string? speaker = null) =>
        lookup.WhoSaidWhat(about, speaker);

    [KernelFunction("status_of_claim"), Description("Whether a claim is confirmed, reported, unconfirmed, disputed or denied, by fixed rules over all articles.")]
    public string StatusOfClaim([Description("A statement, not a question.")] string claim) => lookup.StatusOfClaim(claim);
}
