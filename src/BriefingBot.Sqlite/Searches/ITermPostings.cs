using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Where the postings of the terms are: in tables of their own, or in another library's index.</summary>
internal interface ITermPostings
{
    /// <summary>Puts the slots that a term stands in, ascending, and how often, into the scratch after those that are there.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidDataException">The postings are damaged.</exception>
    int Read(Segment segment, QueryTerm term, Scratch scratch, int used);

    /// <summary>Puts the titles of the articles that write a name whole, ascending, into the scratch; none where names are not known.</summary>
    /// <returns>How many.</returns>
    int ReadName(Segment segment, string name, Scratch scratch, int used);
}
