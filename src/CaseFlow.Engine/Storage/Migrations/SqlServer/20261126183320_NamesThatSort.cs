using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NamesThatSort : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Children",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Children",
                type: "nvarchar(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Children_SchoolId_SortKey",
                table: "Children",
                columns: new[] { "SchoolId", "SortKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Children_SchoolId_SortKey",
                table: "Children");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "Children");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Children");
        }
    }
}
