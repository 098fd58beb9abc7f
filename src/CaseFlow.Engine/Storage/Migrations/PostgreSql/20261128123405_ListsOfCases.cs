using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ListsOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Children_HelperId",
                table: "Children",
                column: "HelperId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SchoolId_IsOpen_Level_NextOn_Stage",
                table: "Cases",
                columns: new[] { "SchoolId", "IsOpen", "Level", "NextOn", "Stage" },
                descending: new[] { false, false, true, false, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Children_HelperId",
                table: "Children");

            migrationBuilder.DropIndex(
                name: "IX_Cases_SchoolId_IsOpen_Level_NextOn_Stage",
                table: "Cases");
        }
    }
}
